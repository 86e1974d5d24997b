package org.jieshi.coordination.due;

/** The columns of the problem board 看板, from left to right. */
public enum Stage {
  /** Nobody has begun. */
  NEW,
  /** Somebody outside has to answer. */
  WAITING,
  /** Somebody of ours works on it. */
  HANDLING,
  /** A decision is to be made. */
  DECIDING,
  /** Decided; to be carried out. */
  FOLLOW_UP
}
