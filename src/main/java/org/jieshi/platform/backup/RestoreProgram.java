package org.jieshi.platform.backup;

import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.AuditVerifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * As much of the program as a restore needs: store, schema and the audit's verifier. It starts on the schema of any
 * earlier program, which the rest would not.
 */
@EnableAutoConfiguration
@ComponentScan("org.jieshi.store")
@Import({Restore.class, Schema.class, AuditTrail.class, AuditVerifier.class})
public class RestoreProgram {}
