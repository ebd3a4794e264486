package chat.warren.memory;

import chat.warren.chat.Broker;
import chat.warren.chat.BrokerContract;

class InProcessBrokerTest extends BrokerContract {
  @Override
  protected Broker open() {
    return new InProcessBroker();
  }
}
