package chat.warren.memory;

import chat.warren.user.Limits;
import chat.warren.user.LimitsContract;

class InMemoryLimitsTest extends LimitsContract {
  @Override
  protected Limits open() {
    return new InMemoryLimits();
  }
}
