// libxml2's headers, without the ICU headers that Debian's build pulls in: Foundation brings another version of
// those, and Swift refuses two definitions. Only a private handler's layout depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
