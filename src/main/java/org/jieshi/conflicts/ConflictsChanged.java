package org.jieshi.conflicts;

/** Published synchronously inside the transaction in which conflicts appear, change, are judged again, settled or end. */
public record ConflictsChanged(int count) {
}
