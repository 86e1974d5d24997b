package org.jieshi.registration.investigation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * How a right is held 共有情况: by one alone, by several with shares 按份共有, or by several jointly 共同共有.
 *
 * @param holders as the investigation form states them; empty where it states none, and the title's holder holds alone
 * @param separately whether each co-owner asked for a certificate of their own; null: as is usual for the form
 */
public record Holding(List<Holder> holders, @Nullable Boolean separately) {

  public static final Holding ALONE = new Holding(List.of(), null);

  private static final Pattern SEVERAL_NAMES = Pattern.compile("[、，,；;]");

  /** Kinds of holding. */
  public enum Kind {
    ALONE("held alone", "单独所有"), SHARES("held in shares", "按份共有"), JOINT("held jointly", "共同共有");

    private final Bilingual title;

    Kind(String en, String zh) {
      this.title = new Bilingual(en, zh);
    }

    public Bilingual title() {
      return title;
    }
  }

  public static Holding of(@Nullable InvestigationForm form) {
    return form == null ? ALONE : new Holding(form.allHolders(), form.separateCertificates());
  }

  public Kind kind() {
    return holders.size() < 2 ? Kind.ALONE : holders.get(0).share() == null ? Kind.JOINT : Kind.SHARES;
  }

  /** What a notice says of it: kind, holders and shares; empty where one holds alone. */
  public Optional<Bilingual> stated() {
    if (kind() == Kind.ALONE) {
      return Optional.empty();
    }
    String shares = kind() == Kind.JOINT ? "" : holders.stream()
        .map(holder -> "%s %d/%d".formatted(holder.name().strip(), holder.share(), holder.shareOf()))
        .collect(Collectors.joining("、"));
    return Optional.of(new Bilingual(kind().title().en() + (shares.isEmpty() ? "" : ": " + shares.replace("、", ", ")),
        kind().title().zh() + (shares.isEmpty() ? "" : "：" + shares)));
  }

  /**
   * Whether a title names several while nobody stated who they are and how they hold: a paper that calls that
   * 单独所有 would be false.
   */
  public boolean leavesOpen(@Nullable String titleHolder) {
    return holders.isEmpty() && titleHolder != null && SEVERAL_NAMES.matcher(titleHolder).find();
  }
}
