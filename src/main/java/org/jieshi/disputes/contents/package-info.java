/**
 * What the file of a case holds: statements of both sides with the right to answer, evidence with its hash and class,
 * site visits with photos and where they were taken.
 *
 * <p>Invariants: nothing is changed or taken out, only added. A file is what its first bytes say, one of the few kinds
 * that are taken, and is kept under its SHA-256; it is handed out as an attachment, never as a page. Classes of
 * evidence have weights that order a list; nothing is decided by them.
 *
 * <p>Start with {@link org.jieshi.disputes.contents.CaseContents}. Adds to cases through
 * {@link org.jieshi.disputes.CaseBook}; cases know nothing of it but {@link org.jieshi.disputes.ProofOfReturn}.
 */
@NullMarked
package org.jieshi.disputes.contents;

import org.jspecify.annotations.NullMarked;
