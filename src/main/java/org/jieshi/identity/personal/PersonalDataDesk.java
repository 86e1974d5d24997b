package org.jieshi.identity.personal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the whole of one person's data to somebody who says why. No answer without its entry in the audit record. */
@Service
class PersonalDataDesk {

  private final Map<PersonalSource.Kind, PersonalSource> sources = new EnumMap<>(PersonalSource.Kind.class);
  private final CurrentUser current;
  private final AuditLog audit;

  PersonalDataDesk(List<PersonalSource> sources, CurrentUser current, AuditLog audit) {
    sources.forEach(source -> this.sources.put(source.kind(), source));
    this.current = current;
    this.audit = audit;
  }

  @Transactional
  PersonalSource.Whole show(PersonalSource.Kind kind, String id, int place, String reason) {
    PersonalSource source = sources.get(kind);
    User asking = current.require(source.roles().toArray(Role[]::new));
    PersonalSource.Whole whole = source.whole(id, place, asking);
    audit.record("PERSONAL_DATA_SHOWN", whole.subjectKind(), id,
        Map.of("what", kind.name(), "person", whole.person(), "reason", reason));
    return whole;
  }
}
