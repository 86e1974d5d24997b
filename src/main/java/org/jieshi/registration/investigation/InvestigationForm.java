package org.jieshi.registration.investigation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.personal.Masked;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What the investigation form 地籍调查表 says besides what is to be registered, the neighbours and the boundary table
 * (domain sheet §5). What is not known is null and printed as a dash.
 *
 * @param mapSheet number of the map sheet 图幅号
 * @param approvedArea m², by the documents
 * @param separateCertificates whether every co-owner is to have a certificate; null: as is usual for the form in use
 * @param sketch number or description of the field sketch 宗地草图
 * @param method how the points were found; null: told by the accuracy of the parcel
 */
public record InvestigationForm(@Nullable @Size(max = 60) List<@NotNull @Valid Holder> holders,
    @Nullable @Size(max = 80) String agent,
    @Nullable @Size(max = 60) String mapSheet, @Nullable @Size(max = 200) String north,
    @Nullable @Size(max = 200) String east, @Nullable @Size(max = 200) String south,
    @Nullable @Size(max = 200) String west, @Nullable @DecimalMin("0") BigDecimal approvedArea,
    @Nullable @Size(max = 1000) String sharedOwnership, @Nullable @Size(max = 400) String sketch,
    @Nullable @Size(max = 80) String investigatedBy, @Nullable LocalDate investigatedOn,
    @Nullable @Size(max = 4000) String surveyNotes, @Nullable @Size(max = 80) String measuredBy,
    @Nullable LocalDate measuredOn, @Nullable Method method,
    @Nullable Boolean separateCertificates) {

  public static final InvestigationForm EMPTY = new InvestigationForm(null, null, null, null, null, null, null, null,
      null, null, null, null, null, null, null, null, null);

  /** How boundary points were found: it decides between J and T in their numbers. */
  public enum Method {
    ANALYTIC("J"), GRAPHICAL("T");

    private final String prefix;

    Method(String prefix) {
      this.prefix = prefix;
    }

    public String prefix() {
      return prefix;
    }
  }

  /** With the identity numbers of persons masked. */
  public InvestigationForm masked() {
    return holders == null ? this : withHolders(holders.stream().map(Holder::masked).toList());
  }

  /**
   * With the numbers that were sent back as they had been shown, masked, as they are on record.
   *
   * @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD} where it is not clear whose number that is
   */
  public InvestigationForm unmasked(@Nullable InvestigationForm recorded) {
    return holders == null ? this : withHolders(holders.stream().map(holder -> holder.identityNumber() == null
        || !holder.identityNumber().contains("*") ? holder
        : holder.withIdentityNumber(numberOf(holder, recorded == null ? List.of() : recorded.allHolders()))).toList());
  }

  private static String numberOf(Holder shown, List<Holder> recorded) {
    List<Holder> same = recorded.stream().filter(each -> each.identityNumber() != null
        && Masked.identity(each.identityNumber()).equals(shown.identityNumber())).toList();
    List<Holder> named = same.size() <= 1 ? same : same.stream().filter(each -> each.name().equals(shown.name())).toList();
    if (named.size() != 1) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s: give the whole identity number.".formatted(shown.name()),
          "权利人 %s：请填写完整证件号。".formatted(shown.name())).inField("holders").asException();
    }
    return named.get(0).identityNumber();
  }

  private InvestigationForm withHolders(List<Holder> others) {
    return new InvestigationForm(others, agent, mapSheet, north, east, south, west, approvedArea, sharedOwnership, sketch,
        investigatedBy, investigatedOn, surveyNotes, measuredBy, measuredOn, method, separateCertificates);
  }

  public List<Holder> allHolders() {
    return holders == null ? List.of() : holders;
  }
}
