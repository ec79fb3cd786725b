/// libphonenumber (https://github.com/google/libphonenumber, Apache-2.0) as plain C.
///
/// Every function may be called from any thread. No C++ exception crosses.
#ifndef KONTOR_CPHONENUMBER_H
#define KONTOR_CPHONENUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber says of one spelling.
typedef struct {
  /// E.164 with "+", ended by a zero byte; empty when the spelling can't be parsed.
  char e164[32];
  /// The digits of a marked extension, ended by a zero byte; empty when there is none.
  char extension[48];
  /// PhoneNumberUtil::PhoneNumberType, 0 (fixed line) to 11 (unknown).
  int32_t type;
  bool is_parsed;
  bool is_valid;
} CPhoneVerdict;

/// Parses a spelling and says validity, type, E.164 and extension, in one call.
///
/// `text` is UTF-8 of `length` bytes and may hold zero bytes; `region` is an ISO 3166 alpha-2
/// code ended by a zero byte. Returns whether the spelling was parsed.
bool kontor_phone_judge(const char *text, size_t length, const char *region,
                        CPhoneVerdict *verdict);

/// The linked library's own metadata, a serialized PhoneMetadataCollection; it lives for ever.
///
/// NULL with length 0 when this build of the library does not show it.
const uint8_t *kontor_phone_metadata(size_t *length);

#ifdef __cplusplus
}
#endif

#endif
