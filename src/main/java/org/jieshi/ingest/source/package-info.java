/**
 * What arrives from a surveyor, before anything is known about parcels: archives, layers whatever their format, and what
 * is wrong with them.
 *
 * <p>Invariants: nothing named by an upload ever names a file of ours (entries get our own names in a private
 * directory); limits are judged by bytes really read, never by what a header promises (rule F1); whatever happens, the
 * private directory is gone when {@link org.jieshi.ingest.source.Workspace} closes.
 *
 * <p>Start reading at {@link org.jieshi.ingest.source.Unpack} for uploads and at
 * {@link org.jieshi.ingest.source.SurveyFormat} for formats: each is a package of its own beside this one, found by
 * content, and whatever is behind the import sees only {@link org.jieshi.ingest.source.OpenLayer} and
 * {@link org.jieshi.ingest.source.SurveyRecord}. A file that can't be taken at all ends in a
 * {@link org.jieshi.ingest.source.FileProblem} (one code of {@link org.jieshi.ingest.source.FileFault}, one sentence);
 * something said about a file or a record that can be taken is a {@link org.jieshi.ingest.source.Finding}.
 */
@NullMarked
package org.jieshi.ingest.source;

import org.jspecify.annotations.NullMarked;
