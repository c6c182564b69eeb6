#ifndef THEMARADAR_ATOMIC_RENAME_H
#define THEMARADAR_ATOMIC_RENAME_H
/// Exchanges two paths in one step, so that a reader sees the old or the new, never neither.
/// Returns 0, or -1 with errno set (renameat2(2) with RENAME_EXCHANGE; Swift's Glibc module lacks it).
int atomic_exchange_paths(const char *first, const char *second);
#endif
