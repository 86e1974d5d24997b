package org.jieshi.audit.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditFault;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.ChainWalk;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Proves an export of the audit chain with nothing but the public key: every entry hashes to what it says and follows the
 * one before, the end is signed, and the chain leads through every signed head that somebody kept.
 */
public final class ExportVerifier {

  private static final int MOST_FAULTS = 100;

  private final PublicKey key;
  private final Map<Long, List<SignedHead>> kept = new HashMap<>();
  private final List<AuditFault> faults = new ArrayList<>();

  private ExportVerifier(PublicKey key) {
    this.key = key;
  }

  /**
   * @param key PEM with the public key
   * @param heads a signed head or a folder of them, kept apart from the export; null without
   * @throws IOException if one of them cannot be read
   */
  public static AuditReport verify(Path export, Path key, @Nullable Path heads) throws IOException {
    ExportVerifier verifier = new ExportVerifier(SigningKey.publicIn(key));
    if (heads != null) {
      verifier.know(heads);
    }
    return verifier.verify(export);
  }

  private void know(Path heads) throws IOException {
    for (Path file : Files.isDirectory(heads) ? SignedHead.filesIn(heads) : List.of(heads)) {
      SignedHead head = SignedHead.read(file);
      if (head.isSignedBy(key)) {
        kept.computeIfAbsent(head.seq(), seq -> new ArrayList<>()).add(head);
      } else {
        faults.add(new AuditFault(head.seq(), null, null, new Bilingual(
            "The head of %s in %s is not signed with this key.".formatted(head.day(), file),
            "%2$s 中 %1$s 的链头并非以该密钥签名。".formatted(head.day(), file))));
      }
    }
  }

  private AuditReport verify(Path export) throws IOException {
    ChainWalk walk = ChainWalk.fromTheBeginning();
    compare(walk.last());
    boolean ended = false;
    long number = 0;
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(export),
        StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
      for (String line = lines.readLine(); line != null && faults.size() + walk.faults().size() < MOST_FAULTS;
          line = lines.readLine()) {
        number++;
        if (number == 1) {
          header(line);
        } else if (ended) {
          walk.fault(walk.last().seq(), "Line %d stands after the signed end.".formatted(number),
              "第 %d 行位于签名结尾之后。".formatted(number));
        } else {
          ended = line(walk, line, number);
        }
      }
    } catch (MalformedInputException notText) {
      walk.fault(walk.last().seq() + 1, "Behind line %d there are bytes that are no UTF-8 text.".formatted(number),
          "第 %d 行之后有非 UTF-8 字节。".formatted(number));
      ended = true;
    }
    if (!ended) {
      walk.fault(walk.last().seq(), "The export ends after entry %d without its signature: it is cut."
          .formatted(walk.last().seq()), "导出文件止于第 %d 条且无签名：文件被截断。".formatted(walk.last().seq()));
    }
    kept.forEach((seq, heads) -> heads.forEach(head -> faults.add(missing(head, walk.last().seq()))));
    faults.addAll(walk.faults());
    return new AuditReport(walk.last().seq(), 0, walk.last(),
        List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
  }

  private void header(String line) {
    if (!ExportLine.Header.OURS.equals(ExportLine.read(line, ExportLine.Header.class))) {
      faults.add(new AuditFault(null, null, null, new Bilingual(
          "Line 1 is not the header of an audit export of format %d.".formatted(ExportLine.FORMAT),
          "第 1 行不是格式 %d 的审计导出文件头。".formatted(ExportLine.FORMAT))));
    }
  }

  /** @return whether it is the end */
  private boolean line(ChainWalk walk, String line, long number) {
    if (step(walk, line)) {
      compare(walk.last());
      return false;
    }
    ExportLine.End end = ExportLine.read(line, ExportLine.End.class);
    if (end == null) {
      long seq = walk.last().seq() + 1;
      walk.fault(seq, "Line %d, where entry %d should stand, was altered.".formatted(number, seq),
          "第 %d 行（应为第 %d 条记录）已被改动。".formatted(number, seq));
      return false;
    }
    if (end.end() != walk.last().seq() || !end.hash().equals(walk.last().hash())) {
      walk.fault(walk.last().seq(), "The entries end at %d, but what was signed ends at %d."
          .formatted(walk.last().seq(), end.end()), "记录止于第 %d 条，而签名为第 %d 条。".formatted(walk.last().seq(), end.end()));
    }
    if (!SigningKey.verifies(key, ExportLine.End.message(end.end(), end.hash(), end.writtenAt()), end.signature())
        || !end.key().equals(SigningKey.idOf(key))) {
      walk.fault(end.end(), "The end of the export is not signed with this key.", "导出文件结尾并非以该密钥签名。");
    }
    return true;
  }

  /** @return false if the line is no entry */
  static boolean step(ChainWalk walk, String line) {
    ExportLine.Entry entry = ExportLine.read(line, ExportLine.Entry.class);
    if (entry == null) {
      return false;
    }
    walk.step(entry.entry());
    return true;
  }

  private void compare(AuditHead now) {
    List<SignedHead> known = kept.remove(now.seq());
    if (known != null) {
      known.stream().filter(head -> !head.hash().equals(now.hash())).forEach(head -> faults.add(another(head)));
    }
  }

  static AuditFault another(SignedHead head) {
    return AuditFault.entry(head.seq(),
        "Entry %d is not the one that was signed on %s.".formatted(head.seq(), head.day()),
        "第 %d 条不是 %s 签名时的那一条。".formatted(head.seq(), head.day()));
  }

  static AuditFault missing(SignedHead head, long last) {
    return AuditFault.entry(head.seq(),
        "On %s entry %d was signed, but the chain ends at %d: its tail is missing.".formatted(head.day(), head.seq(), last),
        "%s 曾签名第 %d 条，而审计链止于第 %d 条：尾部缺失。".formatted(head.day(), head.seq(), last));
  }
}
