#ifndef MCCTL_CCURL_H
#define MCCTL_CCURL_H
#include <curl/curl.h>
#endif
