/** How large an archive may be, for the surface that takes the file and for the reader of its text. */

/**
 * MiB. Chrome carries messages of at most 64 MiB, and an archive grows by about a sixth on the way (quotation marks are
 * escaped). Ten years of use are less than half of it.
 */
export const mostArchiveMegabytes = 48;
