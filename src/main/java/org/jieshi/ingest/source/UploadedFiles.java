package org.jieshi.ingest.source;

import java.util.List;

/**
 * The files of one upload, unpacked.
 *
 * @param name the upload's own name, for messages
 * @param files what it holds, in the order of the archive; clutter left out
 * @param archive whether they came in one
 * @param workspace where formats may put files of their own
 */
public record UploadedFiles(String name, List<NamedFile> files, boolean archive, Workspace workspace) {}
