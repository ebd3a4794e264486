package chat.warren.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Which connections are thrown away when something on them has failed. Stateless. */
final class BrokenTransactions {
  private BrokenTransactions() {}

  /**
   * When the disk is full or fails, SQLite ends the transaction by itself; the driver does not
   * learn of it, and what that connection wrote next would be committed statement by statement.
   * Only a broken constraint leaves the transaction as it was.
   */
  static final class OfSqlite implements SQLExceptionOverride {
    private static final int PRIMARY_CODE = 0xff;

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
      int code = failure.getErrorCode() & PRIMARY_CODE;
      return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
          ? Override.DO_NOT_EVICT
          : Override.MUST_EVICT;
    }
  }

  /**
   * PostgreSQL takes nothing more in a transaction in which something has failed, so that only the
   * end of the connection itself matters; and a server that is a replica by now, for it will not
   * become another by waiting.
   */
  static final class OfPostgres implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
      return Dialect.POSTGRESQL.isAway(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
  }
}
