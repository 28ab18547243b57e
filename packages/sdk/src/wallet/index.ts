/** Keys on disk in the official formats. */
export {};
