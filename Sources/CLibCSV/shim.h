// libcsv 3 (Debian: libcsv-dev): a push parser for CSV. It has no .pc file, so the module map links it.
#ifndef KONTOR_CLIBCSV_SHIM_H
#define KONTOR_CLIBCSV_SHIM_H

#include <csv.h>

#endif
