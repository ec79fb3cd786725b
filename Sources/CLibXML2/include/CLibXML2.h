// A thin wrapper of libxml2's SAX2 push parser. Its types stay behind this header: Debian's
// libxml2 headers pull in the system's ICU, which clashes with Foundation's.
//
// Bytes go in, a flat list of events comes out. There is no tree, no DTD, no entity but the five
// predefined ones, no network and no file access.
#ifndef KONTOR_CLIBXML2_H
#define KONTOR_CLIBXML2_H

#include <stdint.h>

typedef struct kontor_xml kontor_xml;

typedef enum {
  KONTOR_XML_START = 1,      // an element begins
  KONTOR_XML_ATTRIBUTE = 2,  // of the element that began last; its value is the text
  KONTOR_XML_TEXT = 3,       // text or CDATA; may come in several pieces
  KONTOR_XML_END = 4,        // the element begun last and not yet ended ends
  KONTOR_XML_DAMAGE = 5,     // a character left out, or a reference kept as it is spelled
} kontor_xml_event_kind;

typedef struct {
  uint32_t kind;
  uint32_t name;    // START, ATTRIBUTE: an index for kontor_xml_name
  uint32_t line;    // START: the line of its "<"; DAMAGE: where
  uint32_t offset;  // ATTRIBUTE, TEXT: the place in kontor_xml_text
  uint32_t length;
} kontor_xml_event;

typedef enum {
  KONTOR_XML_GOOD = 0,
  KONTOR_XML_MALFORMED = 1,
  KONTOR_XML_DOCTYPE = 2,
  KONTOR_XML_TOO_DEEP = 3,
  KONTOR_XML_TOO_MANY_NAMES = 4,
  KONTOR_XML_OUT_OF_MEMORY = 5,
  KONTOR_XML_ENDS_EARLY = 6,
  KONTOR_XML_TOO_LARGE = 7,
} kontor_xml_status;

// Opens a parser; NULL when memory is short.
kontor_xml *kontor_xml_open(uint32_t depth_limit, uint32_t name_limit);
// Gives texts of blanks alone too, which are left out else.
void kontor_xml_keep_blanks(kontor_xml *parser);
void kontor_xml_close(kontor_xml *parser);

// Parses the next bytes, which are UTF-8 whatever the XML declaration says. The events of the call
// before are dropped. After a status other than GOOD the events up to the fault are still valid.
kontor_xml_status kontor_xml_feed(kontor_xml *parser, const uint8_t *bytes, uint32_t length);
// Parses what waited for more bytes: there are none.
kontor_xml_status kontor_xml_end(kontor_xml *parser);

const kontor_xml_event *kontor_xml_events(const kontor_xml *parser, uint32_t *count);
const uint8_t *kontor_xml_text(const kontor_xml *parser);
// The local name, or the namespace ("" when there is none) of a name; valid until close.
const char *kontor_xml_local_name(const kontor_xml *parser, uint32_t name);
const char *kontor_xml_namespace(const kontor_xml *parser, uint32_t name);
// The line that was reached.
uint32_t kontor_xml_line(const kontor_xml *parser);

#endif
