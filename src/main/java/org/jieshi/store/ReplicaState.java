package org.jieshi.store;

/**
 * How the replica is doing.
 *
 * @param place its URL without parameters
 * @param up whether it answered last and is a replica
 * @param asked whether reads go to it: it is up, and not further behind than the setting allows
 * @param behindSeconds how long ago the oldest change was made that it lacks; 0: it lacks none
 * @param reads answered by it since the program started
 * @param behind reads that it was too old for, and {@code failed} ones that it broke off: both were answered by the database
 */
public record ReplicaState(String place, boolean up, boolean asked, double behindSeconds, long reads, long behind,
    long failed) {
}
