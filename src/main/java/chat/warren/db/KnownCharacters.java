package chat.warren.db;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * PostgreSQL knows no character of the number 0 and takes no question in which it stands. Nothing
 * that is kept has it; whoever asks for something by such a name is to find nothing.
 */
final class KnownCharacters extends AbstractArgumentFactory<String> {
  private static final char NONE = '\0';
  private static final char REPLACEMENT = '\uFFFD';

  KnownCharacters() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    String known = value.replace(NONE, REPLACEMENT);
    return (position, statement, context) -> statement.setString(position, known);
  }
}
