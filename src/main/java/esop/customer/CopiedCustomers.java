package esop.customer;

import esop.web.Page;
import esop.web.Paging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers as the last copy has them. */
@Service
class CopiedCustomers implements Customers {

    private final CustomerRepository customers;
    private final CopyState state;
    private final CustomerRefresh refresh;
    private final TaskExecutor executor;

    CopiedCustomers(
            CustomerRepository customers,
            CopyState state,
            CustomerRefresh refresh,
            TaskExecutor applicationTaskExecutor) {
        this.customers = customers;
        this.state = state;
        this.refresh = refresh;
        this.executor = applicationTaskExecutor;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Customer> find(String customerId) {
        return customers.find(customerId);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Customer> search(String text, @Nullable String city, Paging paging) {
        return customers.search(text, city, paging);
    }

    @Override
    public Copy copy() {
        return state.read();
    }

    @Override
    public boolean refresh() {
        if (state.read().running()) {
            return false;
        }
        executor.execute(refresh::copyAll);
        return true;
    }
}
