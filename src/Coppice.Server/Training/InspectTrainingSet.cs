using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Looks at a training set before anything is learnt from it.</summary>
public sealed class InspectTrainingSet(DefinitionInForce workspace, TrainingSetStore sets)
{
    public SetQuality Run(Session session, TrainingPlan plan, TrainingRows rows)
    {
        var figures = SetFigures.Of(rows.Inputs, plan);
        var champion = plan.Champion?.Version is { } version && sets.FindQuality(session, version.TrainingSetId) is { } looked
            ? new ChampionSet(looked.Figures, version.ReadRecord().Importance)
            : null;
        return new SetQuality(figures, SetChecks.Look(figures, plan, champion, workspace.Quality));
    }
}
