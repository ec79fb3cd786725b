// libzip (Debian: libzip-dev): the parts of zip archives, one after the other.
#ifndef KONTOR_CLIBZIP_SHIM_H
#define KONTOR_CLIBZIP_SHIM_H

#include <zip.h>

#endif
