using Coppice.Server.Features;
using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>Reads the rows of a plan.</summary>
public sealed class TrainingRowReader(InputReader inputs, ExampleInputs examples)
{
    public TrainingRows Read(Session session, TrainingPlan plan)
    {
        var computed = plan.Parent?.Pipeline.Inputs ?? inputs.Plan(session, plan.Model.Features, Scope(plan), plan.Model.Recipe.Notes);
        return new TrainingRows(plan.Rows, computed, examples.Read(session, plan.Model, computed, plan.Rows));
    }

    /// <summary>Fits end where the labels of the rows learnt from do: the block that judges begins no earlier.</summary>
    private static PlanScope Scope(TrainingPlan plan) => new(plan.KnownTime)
    {
        Until = Math.Min(plan.KnownTime, plan.Rows.Max(r => r.MaturesAt)),
        Window = plan.Model.Label.Window,
        Predicts = plan.Model.Predicts,
    };
}
