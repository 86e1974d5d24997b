package org.jieshi.audit.proof;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.ChainWalk;
import org.jieshi.shared.OfficeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the whole chain as lines of JSON, with a signature over its end: see {@link ExportVerifier}. */
@Component
public class AuditExport {

  private final AuditTrail trail;
  private final OfficeClock clock;
  private final Path key;

  AuditExport(AuditTrail trail, OfficeClock clock, @Value("${jieshi.audit.key}") Path key) {
    this.trail = trail;
    this.clock = clock;
    this.key = key;
  }

  /**
   * The chain as it is at this moment; nothing is held in memory.
   *
   * @return where it ends
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditHead write(OutputStream out) throws IOException {
    SigningKey signing = SigningKey.in(key);
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    line(lines, ExportLine.Header.OURS);
    ChainWalk walk = ChainWalk.fromTheBeginning();
    try {
      trail.forEach(entry -> {
        walk.step(entry);
        line(lines, ExportLine.Entry.of(entry));
      });
    } catch (UncheckedIOException full) {
      throw full.getCause();
    }
    AuditHead last = walk.last();
    Instant now = clock.now();
    line(lines, new ExportLine.End(last.seq(), last.hash(), now, SigningKey.idOf(signing.publicHalf()),
        signing.sign(ExportLine.End.message(last.seq(), last.hash(), now))));
    lines.flush();
    return last;
  }

  private static void line(Writer lines, Object line) {
    try {
      lines.write(ExportLine.write(line));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
