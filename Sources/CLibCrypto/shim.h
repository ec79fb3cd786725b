// libcrypto of OpenSSL (Debian: libssl-dev): keyed hashes.
#ifndef KONTOR_CLIBCRYPTO_SHIM_H
#define KONTOR_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

#endif
