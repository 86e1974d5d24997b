package org.jieshi.disputes.proposal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.disputes.CaseBook;
import org.jieshi.disputes.CasePapers;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitRef;
import org.jieshi.print.Booklet;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mediation agreement 调解协议书 on paper: parties, terms, areas before and after, the line with its coordinates and a
 * sketch, signatures, handlers, seal. Before the signing it is a draft with room to sign, and says so.
 */
@Component
class AgreementPaper {

  private final Proposals proposals;
  private final ProposalRepository repository;
  private final CaseBook cases;
  private final CasePapers papers;
  private final SpatialUnits units;
  private final @Nullable String mark;

  AgreementPaper(Proposals proposals, ProposalRepository repository, CaseBook cases, CasePapers papers,
      SpatialUnits units, Environment environment) {
    this.proposals = proposals;
    this.repository = repository;
    this.cases = cases;
    this.papers = papers;
    this.units = units;
    this.mark = environment.acceptsProfiles(Profiles.of("demo"))
        ? "演示数据，并非真实土地 — SYNTHETIC demo data, no real land" : null;
  }

  /** @param number the proposal to draft; null: what was signed, else what was chosen */
  @Transactional(readOnly = true)
  public byte[] print(String caseId, @Nullable Integer number) {
    CaseBook.Entry entry = cases.get(caseId);
    CasePapers.Paper paper = papers.of(caseId);
    CasePapers.@Nullable Signed signed = number == null ? paper.signed() : null;
    @Nullable Proposal proposal = number != null ? proposals.get(caseId, number)
        : signed != null ? signed.proposal() == null ? null : proposals.get(caseId, signed.proposal())
        : repository.all(caseId).stream().filter(Proposal::chosen).findFirst().orElse(null);
    if (proposal == null && signed == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Case %s has neither an agreement nor a chosen proposal to print.".formatted(caseId),
          "案件 %s 既无协议，也未选定方案，无法打印。".formatted(paper.number())).about(caseId).asException();
    }
    String title = signed == null ? "调解协议书（草案）" : "调解协议书";
    String footer = signed == null ? paper.number() + " 草案" : signed.documentNumber();
    return Booklet.print(title + " " + paper.number(), footer, mark, booklet -> {
      booklet.title(title);
      booklet.subtitle(signed == null ? paper.number() : signed.documentNumber());
      head(booklet, paper);
      booklet.heading("一、协议内容");
      booklet.text(signed != null ? signed.text() : proposal.note() == null ? "（条款由双方议定后填写）" : proposal.note());
      if (signed != null) {
        booklet.text("处理结果：" + signed.outcome().zh() + "。");
      }
      if (proposal != null) {
        land(booklet, entry, proposal);
      }
      booklet.heading(proposal == null ? "二、效力" : "四、效力");
      booklet.text("本协议经双方签字并加盖调解机构印章后生效，是土地登记的依据。双方可自协议生效之日起三十日内共同向人民法院申请司法确认。"
          + "争议解决前设定的采伐、改变土地利用现状的限制，自生效之日起解除。");
      signatures(booklet, paper, signed);
    });
  }

  private static void head(Booklet booklet, CasePapers.Paper paper) throws IOException {
    List<Booklet.Field> fields = new ArrayList<>();
    fields.add(new Booklet.Field("案号", paper.number()));
    fields.add(new Booklet.Field("案由", paper.title() + "（" + paper.track().zh() + "）"));
    paper.sides().forEach(side -> fields.add(new Booklet.Field(side.side(), side.name())));
    fields.add(new Booklet.Field("争议宗地", String.join("、", paper.parcels())));
    fields.add(new Booklet.Field("所涉主张", String.join("、", paper.claims())));
    fields.add(new Booklet.Field("调解层级", paper.level() == null ? null : paper.level().zh()));
    fields.add(new Booklet.Field("承办人", String.join("、", paper.handlers())));
    booklet.fields(fields);
  }

  private void land(Booklet booklet, CaseBook.Entry entry, Proposal proposal) throws IOException {
    booklet.heading("二、土地面积与界线");
    List<List<String>> areas = new ArrayList<>();
    proposal.effects().forEach(effect -> areas.add(List.of(effect.unit().code(), effect.party(),
        grouped(effect.before()), grouped(effect.after()), mu(effect.before()), mu(effect.after()))));
    booklet.table(List.of(Booklet.Column.text("宗地／主张", 0.25f), Booklet.Column.text("当事人", 0.23f),
        Booklet.Column.figures("原面积 m²", 0.14f), Booklet.Column.figures("现面积 m²", 0.14f),
        Booklet.Column.figures("原 亩", 0.12f), Booklet.Column.figures("现 亩", 0.12f)), areas);
    List<List<String>> pieces = new ArrayList<>();
    for (Transfer transfer : proposal.transfers()) {
      BigDecimal area = Areas.planeArea(transfer.land());
      pieces.add(List.of(String.valueOf(pieces.size() + 1), entry.partyOf(transfer.to().code()),
          transfer.conflict() == null ? "互换" : "争议部分", grouped(area), mu(area)));
    }
    booklet.table(List.of(Booklet.Column.text("地块", 0.1f), Booklet.Column.text("归属", 0.4f),
        Booklet.Column.text("性质", 0.2f), Booklet.Column.figures("面积 m²", 0.16f), Booklet.Column.figures("亩", 0.14f)),
        pieces);
    if (proposal.compensation() != null) {
      booklet.text("面积差额补偿：由%s支付 %s 元。".formatted(proposal.payer(), grouped(proposal.compensation())));
    }
    if (proposal.line() != null) {
      booklet.text("协议界线拐点坐标，坐标系：%s（EPSG:%d）。".formatted(
          CoordinateSystems.bySrid(proposal.srid()).labelZh(), proposal.srid()));
      booklet.table(List.of(Booklet.Column.text("点号", 0.16f), Booklet.Column.figures("X（北）m", 0.3f),
          Booklet.Column.figures("Y（东）m", 0.3f), Booklet.Column.figures("至下一点 m", 0.24f)), points(proposal));
    }
    booklet.drawing(126, new AgreementPlan(proposal, before(proposal), entry.parties(), proposal.transfers().stream()
        .map(transfer -> entry.partyOf(transfer.to().code())).toList()));
  }

  private static List<List<String>> points(Proposal proposal) {
    List<ProposalView.LinePoint> points = ProposalView.points(proposal.line());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      ProposalView.LinePoint point = points.get(i);
      String next = "—";
      if (i + 1 < points.size()) {
        double east = points.get(i + 1).east().subtract(point.east()).doubleValue();
        double north = points.get(i + 1).north().subtract(point.north()).doubleValue();
        next = BigDecimal.valueOf(Math.hypot(east, north)).setScale(3, RoundingMode.HALF_UP).toPlainString();
      }
      rows.add(List.of(point.number(), point.north().toPlainString(), point.east().toPlainString(), next));
    }
    return rows;
  }

  private List<Geometry> before(Proposal proposal) {
    Map<Long, UnitRef> touched = new LinkedHashMap<>();
    proposal.effects().forEach(effect -> touched.put(effect.unit().id(), effect.unit()));
    return touched.values().stream().map(ref -> CoordinateSystems.inPlane(
        units.getVersion(ref.id(), ref.version()).boundary(), proposal.srid())).toList();
  }

  private static void signatures(Booklet booklet, CasePapers.Paper paper, CasePapers.@Nullable Signed signed)
      throws IOException {
    List<Booklet.Field> fields = new ArrayList<>();
    if (signed == null) {
      paper.sides().forEach(side -> fields.add(new Booklet.Field(side.name(), "代表签字：　　　　　　　　　日期：　　　　　　")));
      fields.add(new Booklet.Field("承办人", "签字：　　　　　　　　、　　　　　　　　"));
      fields.add(new Booklet.Field("调解机构", "（盖章）"));
    } else {
      signed.signatures().forEach(one -> fields.add(new Booklet.Field(one.party(),
          "代表签字：%s　　日期：%s".formatted(one.name(), one.on() == null ? signed.on() : one.on()))));
      fields.add(new Booklet.Field("承办人", String.join("、", signed.handlers())));
      fields.add(new Booklet.Field("调解机构（盖章）", signed.seal()));
      fields.add(new Booklet.Field("生效日期", signed.on().toString()));
    }
    booklet.fields(fields);
  }

  private static String mu(BigDecimal area) {
    return AreaUnits.mu(area).toPlainString();
  }

  /** {@code 7 850.53}. */
  private static String grouped(BigDecimal figure) {
    return String.format(Locale.ROOT, "%,.2f", figure).replace(',', ' ');
  }
}
