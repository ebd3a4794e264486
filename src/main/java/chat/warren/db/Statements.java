package chat.warren.db;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each statement for whoever asks for it, without its values: no text is ever logged. */
final class Statements implements SqlLogger {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

  @Override
  public void logBeforeExecution(StatementContext context) {
    if (LOG.isDebugEnabled()) {
      LOG.debug("{}", context.getRenderedSql().replaceAll("\\s+", " "));
    }
  }
}
