package org.jieshi.ingest;

/** What is still known of the rows of a file that was read and stored a moment ago, so that the database isn't asked. */
final class JustRead {

  private final HeldLand land = new HeldLand();
  private final SeenCodes codes = new SeenCodes();
  private long rows;
  private long vertices;

  void add(StagingRepository.Encoded batch) {
    land.add(batch.land());
    batch.codes().forEach(codes::add);
    rows += batch.codes().size();
    batch.land().forEach(row -> vertices += row.land().vertices());
  }

  HeldLand land() {
    return land;
  }

  SeenCodes codes() {
    return codes;
  }

  /** How many there are. */
  long rows() {
    return rows;
  }

  /** Of the boundaries that are compared. */
  long vertices() {
    return vertices;
  }
}
