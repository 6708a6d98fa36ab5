package esop;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Says what fills the longest silence of a start: tables first, then the engine and its models. */
final class MigrationProgress implements Callback {

    private final StartProgress progress;
    private boolean migrating;

    MigrationProgress(StartProgress progress) {
        this.progress = progress;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.AFTER_MIGRATE) {
            progress.step("启动流程引擎，部署流程与表单", "starting the process engine, deploying models and forms");
        } else if (!migrating) {
            migrating = true;
            progress.step("建立或升级数据表", "making or upgrading the tables");
        }
    }

    @Override
    public String getCallbackName() {
        return "progress";
    }
}
