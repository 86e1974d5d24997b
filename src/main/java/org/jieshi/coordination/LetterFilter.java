package org.jieshi.coordination;

import org.jspecify.annotations.Nullable;

/** What a list of letters is narrowed to; null: not narrowed. */
record LetterFilter(@Nullable Department department, @Nullable LetterSubject subjectKind, @Nullable String subjectId,
    @Nullable String parcel, @Nullable LetterStatus status, @Nullable Boolean overdue) {
}
