package chat.warren.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * Which connections are thrown away. When the disk is full or fails, SQLite ends the transaction by
 * itself; the driver does not learn of it, and what that connection wrote next would be committed
 * statement by statement. Only a broken constraint leaves the transaction as it was.
 */
final class BrokenTransactions implements SQLExceptionOverride {
  private static final int PRIMARY_CODE = 0xff;

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    int code = failure.getErrorCode() & PRIMARY_CODE;
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        ? Override.DO_NOT_EVICT
        : Override.MUST_EVICT;
  }
}
