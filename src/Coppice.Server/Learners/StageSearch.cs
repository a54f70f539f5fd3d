namespace Coppice.Server.Learners;

/// <summary>How far a stage of boosting is worth going.</summary>
/// <param name="Rounds">The best number of rounds; 0 where the stage added nothing.</param>
/// <param name="Margins">Margins of the validation rows after them.</param>
/// <param name="Model">The model after them, fitted without the validation rows.</param>
internal sealed record StageSearch(int Rounds, float[] Margins, byte[] Model);
