package org.jieshi.platform.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that counts its bytes and the time somebody waited for them. */
final class LimitedInput implements InputBuffer {

  private static final long SECOND = 1_000_000_000;

  private final InputBuffer body;
  private final BodyLimits.Limit limit;
  private final long announced;
  private long bytes;
  private long waited;

  /** @param announced bytes; -1 if it is not said */
  LimitedInput(InputBuffer body, BodyLimits.Limit limit, long announced) {
    this.body = body;
    this.limit = limit;
    this.announced = announced;
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (announced > limit.most()) {
      throw new BodyRefused(BodyRefused.Reason.TOO_LARGE);
    }
    long start = System.nanoTime();
    int read = body.doRead(handler);
    waited += System.nanoTime() - start;
    bytes += Math.max(read, 0);
    if (bytes > limit.most()) {
      throw new BodyRefused(BodyRefused.Reason.TOO_LARGE);
    }
    if (read > 0 && waited > limit.patience().toNanos() && bytes < waited / SECOND * limit.pace()) {
      throw new BodyRefused(BodyRefused.Reason.TOO_SLOW);
    }
    return read;
  }

  /**
   * Reads on without anybody wanting it.
   *
   * @return whether that was the rest
   */
  boolean skip(long most) throws IOException {
    Nowhere nowhere = new Nowhere();
    long start = System.nanoTime();
    long skipped = 0;
    while (skipped <= most && System.nanoTime() - start < limit.patience().toNanos()) {
      int read = body.doRead(nowhere);
      if (read < 0) {
        return true;
      }
      skipped += read;
    }
    return false;
  }

  @Override
  public int available() {
    return body.available();
  }

  private static final class Nowhere implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
