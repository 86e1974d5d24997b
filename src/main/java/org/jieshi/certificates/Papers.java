package org.jieshi.certificates;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.CertificateForms;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.shared.OfficeClock;
import org.springframework.stereotype.Component;

/**
 * Numbers and papers of a certificate that is being issued: one, or one for every co-owner. Under the register's lock, so
 * that the numbers of one right follow each other without gap.
 */
@Component
class Papers implements CertificateForms {

  private final Register register;
  private final CertificateStore store;
  private final Paper paper;
  private final Tokens tokens;
  private final OfficeClock clock;

  Papers(Register register, CertificateStore store, Paper paper, Tokens tokens, OfficeClock clock) {
    this.register = register;
    this.store = store;
    this.paper = paper;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The co-owners, each with the number of their paper. Unless they asked for the other: with shares each has a
   * 国有土地使用证 of their own, which states their part of the area; a 不动产权证书 is one for all.
   *
   * @param first number that is taken already
   */
  List<CoHolder> numbered(Holding holding, Series series, int year, String first) {
    if (holding.kind() == Holding.Kind.ALONE) {
      return List.of();
    }
    List<CoHolder> named = holding.holders().stream()
        .map(holder -> new CoHolder(holder.name().strip(), holder.share(), holder.shareOf(), first)).toList();
    return separately(holding, series) ? eachTheirOwn(named, series, year, first) : named;
  }

  @Override
  public int papers(Holding holding) {
    return separately(holding, register.seriesOn(clock.today())) ? holding.holders().size() : 1;
  }

  private static boolean separately(Holding holding, Series series) {
    return holding.kind() != Holding.Kind.ALONE && (holding.separately() != null ? holding.separately()
        : holding.kind() == Holding.Kind.SHARES && series == Series.STATE_LAND_USE);
  }

  /** Those of a right that goes on, on papers with new numbers. */
  List<CoHolder> numbered(Certificate before, Series series, int year, String first) {
    return before.numbers().size() > 1 ? eachTheirOwn(before.holders(), series, year, first)
        : before.holders().stream().map(holder -> holder.on(first)).toList();
  }

  private List<CoHolder> eachTheirOwn(List<CoHolder> holders, Series series, int year, String first) {
    return Stream.concat(Stream.of(holders.get(0).on(first)), holders.stream().skip(1)
        .map(holder -> holder.on(register.nextNumber(series, year)))).toList();
  }

  /**
   * Writes the certificate and all its papers.
   *
   * @param stated map sheet and four sides, in place of what the survey file said
   */
  Certificate write(Certificate draft, UnitVersion unit, Map<String, String> stated) {
    Certificate certificate = store.insert(draft, register.county());
    List<String> numbers = certificate.numbers();
    for (int position = 0; position < numbers.size(); position++) {
      String token = position == 0 ? certificate.token() : tokens.next();
      byte[] pdf = Seal.on(paper.print(certificate, numbers.get(position), token, unit, stated), token);
      store.addPaper(certificate.id(), position, numbers.get(position), token, pdf);
    }
    return certificate;
  }
}
