package org.jieshi.geometry.kernel;

import java.util.Arrays;
import java.util.List;

/** The vertices of many lands, numbered through, and which of them are at the same place to the last digit. */
final class SharedVertices {

  /** For {@link #twin}. */
  static final int ALONE = -1;

  private static final int NONE = -1;

  /** Where the vertices of each land begin, and at last how many there are. */
  final int[] begin;
  final int count;
  /** The land each belongs to, by its place in the list. */
  final int[] land;
  /** The vertex behind each on its ring, and the one before. */
  final int[] next;
  final int[] previous;
  /** Of the edge that begins at a vertex: where the same edge of another land begins, or {@link #ALONE}. */
  final int[] twin;

  private final double[] xy;
  /** The vertex seen before at the same place. */
  private final int[] sameBefore;

  SharedVertices(List<FlatLand> lands) {
    begin = new int[lands.size() + 1];
    for (int i = 0; i < lands.size(); i++) {
      begin[i + 1] = Math.addExact(begin[i], lands.get(i).vertices());
    }
    count = begin[lands.size()];
    land = new int[count];
    next = new int[count];
    previous = new int[count];
    twin = new int[count];
    Arrays.fill(twin, ALONE);
    xy = new double[Math.multiplyExact(2, count)];
    for (int i = 0; i < lands.size(); i++) {
      add(lands.get(i), i);
    }
    sameBefore = new int[count];
    gather();
  }

  double x(int vertex) {
    return xy[2 * vertex];
  }

  double y(int vertex) {
    return xy[2 * vertex + 1];
  }

  boolean same(int one, int other) {
    return xy[2 * one] == xy[2 * other] && xy[2 * one + 1] == xy[2 * other + 1];
  }

  /** Something to do with two vertices at the same place. */
  @FunctionalInterface
  interface Pair {
    void at(int one, int other);
  }

  /** Each two vertices of different lands at the same place. */
  void forEachPair(Pair action) {
    for (int vertex = 0; vertex < count; vertex++) {
      for (int other = sameBefore[vertex]; other != NONE; other = sameBefore[other]) {
        if (land[vertex] != land[other]) {
          action.at(vertex, other);
        }
      }
    }
  }

  private void add(FlatLand each, int number) {
    int first = begin[number];
    System.arraycopy(each.xy, 0, xy, 2 * first, each.xy.length);
    Arrays.fill(land, first, begin[number + 1], number);
    int from = first;
    for (int ringEnd : each.ringEnds) {
      int end = first + ringEnd;
      for (int i = from; i < end; i++) {
        next[i] = i + 1 == end ? from : i + 1;
        previous[i] = i == from ? end - 1 : i - 1;
      }
      from = end;
    }
  }

  /** Vertices at the same place follow each other from a slot of an open table. */
  private void gather() {
    int size = Integer.highestOneBit(Math.max(count, 8)) << 2;
    int[] last = new int[size];
    Arrays.fill(last, NONE);
    for (int vertex = 0; vertex < count; vertex++) {
      int slot = hash(vertex) & size - 1;
      while (last[slot] != NONE && !same(last[slot], vertex)) {
        slot = slot + 1 & size - 1;
      }
      sameBefore[vertex] = last[slot];
      last[slot] = vertex;
    }
  }

  private int hash(int vertex) {
    long bits = Double.doubleToRawLongBits(xy[2 * vertex]) * 0x9E3779B97F4A7C15L
        ^ Double.doubleToRawLongBits(xy[2 * vertex + 1]) * 0xC2B2AE3D27D4EB4FL;
    bits *= 0xD6E8FEB86659FD93L;
    return (int) (bits >>> 32 ^ bits >>> 52);
  }
}
