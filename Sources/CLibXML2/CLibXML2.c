#include "CLibXML2.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

// Bytes of a tag that is not whole yet. libxml2 compares each attribute of a tag with all before
// it:
// a tag of 200,000 attributes took 8 seconds.
static const ptrdiff_t tag_limit = 64 * 1024;

typedef struct {
  const xmlChar *local;  // both belong to the parser's dictionary
  const xmlChar *uri;
} name_entry;

struct kontor_xml {
  xmlParserCtxtPtr context;
  kontor_xml_status status;
  uint32_t depth, depth_limit;
  uint32_t fault_line;
  // Whether the input is over: what is wrong now was cut off.
  int is_ending;
  // The first byte that is no blank; 0 before it came.
  uint8_t first_byte;
  int has_root;
  // What an unknown entity is made to stand for: its own spelling.
  xmlEntity unknown;
  xmlChar unknown_text[64];

  kontor_xml_event *events;
  size_t event_count, event_capacity;
  uint8_t *text;
  size_t text_length, text_capacity;
  // Whether text came after the last tag: then blanks belong to it, else they are layout.
  int in_text;
  // Whether blanks belong to the text everywhere.
  int keeps_blanks;

  name_entry *names;
  uint32_t name_count, name_limit, name_capacity;
  // Open addressing over the dictionary's pointers; 0 is free, else the name's index + 1.
  uint32_t *slots;
  uint32_t slot_mask;
};

// Ends the parsing. libxml2 frees its input: no pointer it handed out may be used afterwards.
static void stop(kontor_xml *parser, kontor_xml_status status) {
  if (parser->status != KONTOR_XML_GOOD) return;
  parser->status = status;
  parser->fault_line = (uint32_t)xmlSAX2GetLineNumber(parser->context);
  xmlStopParser(parser->context);
}

// After a fault libxml2 would leave out even `&amp;` to the end of the file.
static void forget_fault(kontor_xml *parser) { parser->context->wellFormed = 1; }

// Makes room for one more; 0 when memory is short.
static int reserve(void **items, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  size_t larger = *capacity ? *capacity * 2 : 1024;
  while (larger < needed) larger *= 2;
  void *moved = realloc(*items, larger * size);
  if (!moved) return 0;
  *items = moved;
  *capacity = larger;
  return 1;
}

static void add_event(kontor_xml *parser, kontor_xml_event event) {
  if (!reserve((void **)&parser->events, &parser->event_capacity, parser->event_count + 1,
               sizeof(kontor_xml_event))) {
    stop(parser, KONTOR_XML_OUT_OF_MEMORY);
    return;
  }
  parser->events[parser->event_count++] = event;
}

// Copies text; gives its offset.
static uint32_t add_text(kontor_xml *parser, const uint8_t *bytes, size_t length) {
  size_t offset = parser->text_length;
  // What one call may hold is bounded by libxml2's own limit of 10 MB for what it looks ahead.
  if (offset + length > UINT32_MAX / 2) {
    stop(parser, KONTOR_XML_TOO_LARGE);
    return 0;
  }
  if (!reserve((void **)&parser->text, &parser->text_capacity, offset + length, 1)) {
    stop(parser, KONTOR_XML_OUT_OF_MEMORY);
    return 0;
  }
  memcpy(parser->text + offset, bytes, length);
  parser->text_length += length;
  return (uint32_t)offset;
}

static uint32_t slot_of(const kontor_xml *parser, const xmlChar *local, const xmlChar *uri) {
  uint64_t mixed = ((uint64_t)(uintptr_t)local ^ ((uint64_t)(uintptr_t)uri << 17)) *
                   UINT64_C(0x9E3779B97F4A7C15);
  uint32_t slot = (uint32_t)(mixed >> 32) & parser->slot_mask;
  while (parser->slots[slot]) {
    const name_entry *entry = &parser->names[parser->slots[slot] - 1];
    if (entry->local == local && entry->uri == uri) break;
    slot = (slot + 1) & parser->slot_mask;
  }
  return slot;
}

static int grow_names(kontor_xml *parser) {
  uint32_t capacity = parser->name_capacity ? parser->name_capacity * 2 : 256;
  name_entry *names = realloc(parser->names, capacity * sizeof(name_entry));
  if (!names) return 0;
  parser->names = names;
  uint32_t *slots = calloc((size_t)capacity * 4, sizeof(uint32_t));
  if (!slots) return 0;
  free(parser->slots);
  parser->slots = slots;
  parser->slot_mask = capacity * 4 - 1;
  parser->name_capacity = capacity;
  for (uint32_t index = 0; index < parser->name_count; index++)
    parser->slots[slot_of(parser, names[index].local, names[index].uri)] = index + 1;
  return 1;
}

static uint32_t index_of(kontor_xml *parser, const xmlChar *local, const xmlChar *uri) {
  uint32_t slot = slot_of(parser, local, uri);
  if (parser->slots[slot]) return parser->slots[slot] - 1;
  if (parser->name_count >= parser->name_limit) {
    stop(parser, KONTOR_XML_TOO_MANY_NAMES);
    return 0;
  }
  if (parser->name_count == parser->name_capacity) {
    if (!grow_names(parser)) {
      stop(parser, KONTOR_XML_OUT_OF_MEMORY);
      return 0;
    }
    slot = slot_of(parser, local, uri);
  }
  parser->names[parser->name_count] = (name_entry){local, uri};
  parser->slots[slot] = ++parser->name_count;
  return parser->name_count - 1;
}

// The line of the tag's "<". libxml2 stands behind the attributes by now, and a tag holds no
// other "<".
static uint32_t line_of_tag(const kontor_xml *parser) {
  const xmlParserInput *input = parser->context->input;
  uint32_t line = (uint32_t)input->line;
  for (const xmlChar *at = input->cur; at > input->base && *at != '<'; at--)
    if (*at == '\n' && at != input->cur && line > 1) line--;
  return line;
}

static void add_attribute(kontor_xml *parser, const xmlChar **attribute) {
  kontor_xml_event event = {KONTOR_XML_ATTRIBUTE};
  event.name = index_of(parser, attribute[0], attribute[2]);
  if (parser->status != KONTOR_XML_GOOD) return;
  event.length = (uint32_t)(attribute[4] - attribute[3]);
  event.offset = add_text(parser, attribute[3], event.length);
  if (parser->status == KONTOR_XML_GOOD) add_event(parser, event);
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  kontor_xml *parser = user;
  if (parser->status != KONTOR_XML_GOOD) return;
  if (++parser->depth > parser->depth_limit) {
    stop(parser, KONTOR_XML_TOO_DEEP);
    return;
  }
  forget_fault(parser);
  parser->has_root = 1;
  parser->in_text = 0;
  kontor_xml_event start = {KONTOR_XML_START, 0, line_of_tag(parser)};
  start.name = index_of(parser, local, uri);
  if (parser->status != KONTOR_XML_GOOD) return;
  add_event(parser, start);
  // Five pointers each: local name, prefix, namespace, start and end of the value.
  for (int index = 0; index < attribute_count && parser->status == KONTOR_XML_GOOD; index++)
    add_attribute(parser, attributes + 5 * index);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)local, (void)prefix, (void)uri;
  kontor_xml *parser = user;
  if (parser->status != KONTOR_XML_GOOD) return;
  forget_fault(parser);
  parser->depth--;
  parser->in_text = 0;
  add_event(parser, (kontor_xml_event){KONTOR_XML_END});
}

static int is_blank(const xmlChar *bytes, int length) {
  for (int index = 0; index < length; index++)
    if (bytes[index] != ' ' && bytes[index] != '\n' && bytes[index] != '\t' &&
        bytes[index] != '\r')
      return 0;
  return 1;
}

static void on_text(void *user, const xmlChar *bytes, int length) {
  kontor_xml *parser = user;
  if (parser->status != KONTOR_XML_GOOD || length <= 0) return;
  forget_fault(parser);
  if (!parser->in_text && !parser->keeps_blanks && is_blank(bytes, length)) return;
  parser->in_text = 1;
  kontor_xml_event *last =
      parser->event_count ? &parser->events[parser->event_count - 1] : NULL;
  uint32_t offset = add_text(parser, bytes, (size_t)length);
  if (parser->status != KONTOR_XML_GOOD) return;
  if (last && last->kind == KONTOR_XML_TEXT) {
    last->length += (uint32_t)length;
  } else {
    add_event(parser, (kontor_xml_event){KONTOR_XML_TEXT, 0, 0, offset, (uint32_t)length});
  }
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)name, (void)external, (void)system;
  stop(user, KONTOR_XML_DOCTYPE);
}

static void add_damage(kontor_xml *parser) {
  kontor_xml_event event = {KONTOR_XML_DAMAGE};
  event.line = (uint32_t)xmlSAX2GetLineNumber(parser->context);
  add_event(parser, event);
}

// `&auml;` without a DTD: the text keeps it as it is spelled. In an attribute libxml2 takes the
// "&" alone.
static xmlEntityPtr on_entity(void *user, const xmlChar *name) {
  kontor_xml *parser = user;
  if (parser->status != KONTOR_XML_GOOD) return NULL;
  add_damage(parser);
  int length = xmlStrlen(name);
  int fits = length + 3 <= (int)sizeof parser->unknown_text;
  xmlStrPrintf(parser->unknown_text, sizeof parser->unknown_text, fits ? "&%s;" : "&", name);
  parser->unknown.type = XML_ENTITY_DECL;
  parser->unknown.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  parser->unknown.name = name;
  parser->unknown.content = parser->unknown.orig = parser->unknown_text;
  parser->unknown.length = xmlStrlen(parser->unknown_text);
  return &parser->unknown;
}

// "A & B", "A&B": gives the text what libxml2 took for the start of a reference.
static void restore_reference(kontor_xml *parser) {
  const xmlParserInput *input = parser->context->input;
  if (parser->context->instate != XML_PARSER_CONTENT) return;
  for (const xmlChar *at = input->cur; at > input->base && input->cur - at < 128;) {
    if (*--at == '&') {
      on_text(parser, at, (int)(input->cur - at));
      return;
    }
  }
}

// Faults inside a text that cost a character, not the structure: the reader goes on behind them.
static int is_damage(int code) {
  switch (code) {
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
      return 1;
    default:
      return 0;
  }
}

// Whether a fault at the end of the input is a cut, and not something behind the root or no XML
// at all.
static int ends_early(const kontor_xml *parser) {
  if (!parser->is_ending || (parser->has_root && parser->depth == 0)) return 0;
  return parser->first_byte == 0 || parser->first_byte == '<';
}

static void on_error(void *user, xmlErrorPtr error) {
  kontor_xml *parser = user;
  // libxml2 gives the context here when it was told of no other data.
  if (!parser || !error || parser->status != KONTOR_XML_GOOD) return;
  if (error->domain == XML_FROM_NAMESPACE || error->level == XML_ERR_WARNING) return;
  if (is_damage(error->code) && parser->depth > 0) {
    add_damage(parser);
    if (error->code == XML_ERR_NAME_REQUIRED || error->code == XML_ERR_ENTITYREF_SEMICOL_MISSING)
      restore_reference(parser);
    return;
  }
  switch (error->code) {
    case XML_ERR_NO_MEMORY: stop(parser, KONTOR_XML_OUT_OF_MEMORY); break;
    case XML_ERR_INTERNAL_ERROR: stop(parser, KONTOR_XML_TOO_LARGE); break;
    default: stop(parser, ends_early(parser) ? KONTOR_XML_ENDS_EARLY : KONTOR_XML_MALFORMED);
  }
}

// What libxml2 says outside of a parser would go to stderr, with bytes of the file.
static void say_nothing(void *context, const char *message, ...) {}

kontor_xml *kontor_xml_open(uint32_t depth_limit, uint32_t name_limit) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.internalSubset = on_doctype;
  handler.getEntity = on_entity;
  handler.serror = on_error;

  kontor_xml *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  parser->depth_limit = depth_limit;
  parser->name_limit = name_limit;
  xmlInitParser();
  parser->context = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
  if (!parser->context || !grow_names(parser)) {
    kontor_xml_close(parser);
    return NULL;
  }
  // The bytes are UTF-8: else libxml2 would guess UTF-16, UCS-4 or EBCDIC from the first four.
  parser->context->charset = XML_CHAR_ENCODING_UTF8;
  // RECOVER lets `on_error` decide what ends the reading. NOENT gives an attribute's `&amp;` as
  // "&"; no
  // other entity can exist, as a DOCTYPE ends the reading. Without HUGE libxml2's own limits hold.
  xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_RECOVER |
                                         XML_PARSE_NOENT);
  return parser;
}

void kontor_xml_keep_blanks(kontor_xml *parser) { parser->keeps_blanks = 1; }

void kontor_xml_close(kontor_xml *parser) {
  if (!parser) return;
  if (parser->context) xmlFreeParserCtxt(parser->context);
  free(parser->events);
  free(parser->text);
  free(parser->names);
  free(parser->slots);
  free(parser);
}

static void drop_events(kontor_xml *parser) {
  parser->event_count = 0;
  parser->text_length = 0;
}

kontor_xml_status kontor_xml_feed(kontor_xml *parser, const uint8_t *bytes, uint32_t length) {
  drop_events(parser);
  xmlSetGenericErrorFunc(NULL, say_nothing);  // of this thread
  for (uint32_t index = 0; parser->first_byte == 0 && index < length; index++)
    if (!is_blank(bytes + index, 1)) parser->first_byte = bytes[index];
  if (parser->status == KONTOR_XML_GOOD && length > 0)
    xmlParseChunk(parser->context, (const char *)bytes, (int)length, 0);
  const xmlParserInput *input = parser->context->input;
  if (parser->context->instate == XML_PARSER_START_TAG && input->end - input->cur > tag_limit)
    stop(parser, KONTOR_XML_TOO_LARGE);
  return parser->status;
}

kontor_xml_status kontor_xml_end(kontor_xml *parser) {
  drop_events(parser);
  if (parser->status != KONTOR_XML_GOOD) return parser->status;
  parser->is_ending = 1;
  xmlParseChunk(parser->context, "", 0, 1);
  if (!parser->has_root || parser->depth > 0) stop(parser, KONTOR_XML_ENDS_EARLY);
  return parser->status;
}

const kontor_xml_event *kontor_xml_events(const kontor_xml *parser, uint32_t *count) {
  *count = (uint32_t)parser->event_count;
  return parser->events;
}

const uint8_t *kontor_xml_text(const kontor_xml *parser) { return parser->text; }

const char *kontor_xml_local_name(const kontor_xml *parser, uint32_t name) {
  return name < parser->name_count ? (const char *)parser->names[name].local : "";
}

const char *kontor_xml_namespace(const kontor_xml *parser, uint32_t name) {
  const xmlChar *uri = name < parser->name_count ? parser->names[name].uri : NULL;
  return uri ? (const char *)uri : "";
}

uint32_t kontor_xml_line(const kontor_xml *parser) {
  if (parser->fault_line) return parser->fault_line;
  return (uint32_t)xmlSAX2GetLineNumber(parser->context);
}
