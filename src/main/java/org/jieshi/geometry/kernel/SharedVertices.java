package org.jieshi.geometry.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The vertices of many lands, numbered through, and which of them are at the same place to the last digit. Keeps its memory
 * from one set of lands to the next and belongs to one thread.
 */
final class SharedVertices {

  /** For {@link #twin}. */
  static final int ALONE = -1;

  private static final int NONE = -1;

  int count;
  /** The land each belongs to, by its place in the list. */
  int[] land = {};
  /** The vertex behind each on its ring, and the one before. */
  int[] next = {};
  int[] previous = {};
  /** Of the edge that begins at a vertex: where the same edge of another land begins, or {@link #ALONE}. */
  int[] twin = {};

  private double[] xy = {};
  /** The vertex seen before at the same place. */
  private int[] sameBefore = {};
  /** By the hash of its place the vertex that was seen last. */
  private int[] lastSeen = {};

  /**
   * Takes lands in the place of those before, from south to north, so that who is looked at together lies together.
   *
   * @return where the vertices of each land begin
   */
  int[] read(List<FlatLand> lands) {
    int vertices = 0;
    for (FlatLand each : lands) {
      vertices = Math.addExact(vertices, each.vertices());
    }
    if (vertices > land.length) {
      make(vertices);
    }
    count = 0;
    int[] begin = new int[lands.size()];
    for (int number : fromSouth(lands)) {
      begin[number] = count;
      add(lands.get(number), number);
    }
    Arrays.fill(twin, 0, count, ALONE);
    gather();
    return begin;
  }

  private static int[] fromSouth(List<FlatLand> lands) {
    double[] souths = new double[lands.size()];
    Arrays.setAll(souths, number -> lands.get(number).minY);
    return IntStream.range(0, souths.length).boxed()
        .sorted((one, other) -> Double.compare(souths[one], souths[other])).mapToInt(Integer::intValue).toArray();
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

  private void make(int vertices) {
    land = new int[vertices];
    next = new int[vertices];
    previous = new int[vertices];
    twin = new int[vertices];
    sameBefore = new int[vertices];
    xy = new double[Math.multiplyExact(2, vertices)];
  }

  private void add(FlatLand each, int number) {
    int first = count;
    count += each.vertices();
    System.arraycopy(each.xy, 0, xy, 2 * first, each.xy.length);
    Arrays.fill(land, first, count, number);
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
    int size = Math.max(16, Integer.highestOneBit(count) << 1);
    if (lastSeen.length < size) {
      lastSeen = new int[size];
    }
    Arrays.fill(lastSeen, 0, size, NONE);
    for (int vertex = 0; vertex < count; vertex++) {
      int slot = hash(vertex) & size - 1;
      while (lastSeen[slot] != NONE && !same(lastSeen[slot], vertex)) {
        slot = slot + 1 & size - 1;
      }
      sameBefore[vertex] = lastSeen[slot];
      lastSeen[slot] = vertex;
    }
  }

  private int hash(int vertex) {
    long bits = Double.doubleToRawLongBits(xy[2 * vertex]) * 0x9E3779B97F4A7C15L
        ^ Double.doubleToRawLongBits(xy[2 * vertex + 1]) * 0xC2B2AE3D27D4EB4FL;
    bits *= 0xD6E8FEB86659FD93L;
    return (int) (bits >>> 32 ^ bits >>> 52);
  }
}
