package org.jieshi.geometry;

/** Which edges of some lands are meant. */
@FunctionalInterface
public interface EdgeChoice {

  /** Every edge. */
  EdgeChoice ALL = (land, vertex) -> true;

  /**
   * @param land its place in the list
   * @param vertex at which the edge begins, as {@link org.jieshi.geometry.kernel.FlatLand} counts them
   */
  boolean wants(int land, int vertex);
}
