#ifndef THEMARADAR_FILE_SYSTEM_H
#define THEMARADAR_FILE_SYSTEM_H
// System calls that Swift's Glibc module lacks, because they are GNU extensions.

/// Exchanges two paths in one step, so that a reader sees the old or the new, never neither.
/// Returns 0, or -1 with errno set (renameat2(2) with RENAME_EXCHANGE).
int exchange_paths(const char *first, const char *second);

/// Flushes everything written to the file system that a descriptor lies on.
/// Returns 0, or -1 with errno set (syncfs(2)).
int flush_file_system(int descriptor);
#endif
