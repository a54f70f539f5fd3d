using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Training;

public class ExampleInputsTests
{
    [Fact]
    public void Recorded_inputs_stay_but_for_what_another_fit_made_of_the_customer()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        workspace.Record(Event("a", "purchase", -30, value: 10), Event("a", "purchase", -10, value: 30));
        SomePrediction.Record(workspace, "a", 0, """{"events.purchase.count":7,"events.purchase.p_alive":0.123,"events.purchase.expected_value":99}""");
        var rhythm = new RepeatRhythm(0.3, 5, 0.8, 2.5);
        var plan = InputPlan.Nothing with
        {
            Behaviour = new BehaviourPlan([new BehaviourType("purchase", Recorded.Yes, Recorded.No, Recorded.No, Recorded.No)])
            {
                Repeats = [new RepeatPlan("purchase", 30, PredictionKind.Probability, rhythm, Value: null)],
            },
        };
        long logged = workspace.Database.Read(session => session.Value<long>("SELECT id FROM predictions"));
        var label = new Label(1, workspace.Customer("a"), At(0), LabelSource.Logged, logged, 1, 1, At(30));

        var table = workspace.Database.Read(session => workspace.Get<ExampleInputs>().Read(session, workspace.Model, plan, [label]));

        Assert.Equal(7, table.Find("events.purchase.count")!.Numbers[0]);
        Assert.Equal((float)rhythm.Alive(new RepeatHistory(1, 20 / 7.0, 30 / 7.0)), table.Find("events.purchase.p_alive")!.Numbers[0]);
        Assert.Equal(float.NaN, table.Find("events.purchase.expected_value")!.Numbers[0]);
    }
}
