using Coppice.Server.Schedules;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Schedules;

public class ScheduleBookTests
{
    private static readonly Dictionary<string, string?> Daily = new() { ["incremental"] = "0 6 * * *", ["full"] = null };

    [Fact]
    public void New_times_count_from_now_and_what_is_off_is_not_there()
    {
        using var workspace = new Workspace(SomeModel.Left);
        workspace.StandAt(3);

        var schedule = Assert.Single(Keep(workspace, Daily));

        Assert.Equal(("incremental", Workspace.Day(3.25), null), (schedule.Name, schedule.NextDue, schedule.LastFired));
    }

    [Fact]
    public void What_was_missed_is_due_once_however_often_it_was_missed()
    {
        using var workspace = new Workspace(SomeModel.Left);
        workspace.StandAt(3);
        Keep(workspace, Daily);

        workspace.StandAt(10.5);
        var missed = Assert.Single(Keep(workspace, Daily));
        Assert.Equal(Workspace.Day(3.25), missed.NextDue);
        workspace.Get<ScheduleBook>().Done(missed);

        var next = Assert.Single(Keep(workspace, Daily));
        Assert.Equal((Workspace.Day(11.25), Workspace.Day(10.5)), (next.NextDue, next.LastFired));
    }

    [Fact]
    public void Other_times_or_another_zone_begin_anew_and_what_is_turned_off_goes()
    {
        using var workspace = new Workspace(SomeModel.Left);
        workspace.StandAt(3);
        Keep(workspace, Daily);
        workspace.StandAt(10.5);

        var moved = Assert.Single(Keep(workspace, new() { ["incremental"] = "0 18 * * *" }));
        Assert.Equal(Workspace.Day(10.75), moved.NextDue);

        Assert.Empty(Keep(workspace, new() { ["incremental"] = null }));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM schedules"));
    }

    private static IReadOnlyList<Schedule> Keep(Workspace workspace, Dictionary<string, string?> crons) =>
        workspace.Get<ScheduleBook>().Keep(workspace.ModelId, TimeZoneInfo.Utc, crons);
}
