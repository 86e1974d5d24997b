package org.jieshi.store;

/** A PostgreSQL server that is up and fit for the program, and how to reach it. */
interface DatabaseServer extends AutoCloseable {

  String url();

  String user();

  String password();

  /** Ends what the program itself started; a server of the user's own is left alone. */
  @Override
  void close();
}
