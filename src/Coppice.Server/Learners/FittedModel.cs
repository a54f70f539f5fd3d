using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>What a learner makes.</summary>
/// <param name="Model">The trees that answer, UBJSON.</param>
/// <param name="Core">The members apart, from which the next update starts: see <see cref="ModelParts"/>.</param>
/// <param name="Calibration">From margin to answer.</param>
/// <param name="Prior">The constant a model has to beat: the weighted mean of the training labels.</param>
/// <param name="Trees">Trees in <paramref name="Model"/>.</param>
/// <param name="StructuralRows">Rows behind the structure of the core, since its last full retrain.</param>
/// <param name="Parameters">What the library was told.</param>
/// <param name="Recipe">How it was learnt.</param>
public sealed record FittedModel(
    byte[] Model,
    byte[] Core,
    Calibration Calibration,
    double Prior,
    int Trees,
    long StructuralRows,
    IReadOnlyDictionary<string, string> Parameters,
    Recipe Recipe);
