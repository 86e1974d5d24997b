/**
 * Local parameters that carry surveys in an older datum into CGCS2000, as county survey offices give them out.
 *
 * <p>Invariants: a set is entered by an administrator together with the document it comes from, where it holds and how
 * exact it is; it is never edited, only retired; it is used where a surveyor chose it, never by itself, and what it has
 * carried says so and counts its inexactness (domain.md §1 rule 4).
 *
 * <p>Start reading at {@link org.jieshi.ingest.transformation.TransformationSets}; the mathematics is
 * {@link org.jieshi.geometry.LocalTransformation}. May use what {@code ingest} may.
 */
@NullMarked
package org.jieshi.ingest.transformation;

import org.jspecify.annotations.NullMarked;
