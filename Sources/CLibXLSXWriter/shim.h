// libxlsxwriter (Debian: libxlsxwriter-dev): writes workbooks row by row.
#ifndef KONTOR_CLIBXLSXWRITER_SHIM_H
#define KONTOR_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
