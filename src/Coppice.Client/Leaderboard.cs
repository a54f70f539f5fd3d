namespace Coppice.Client;

/// <summary>Recipes that a search has tried on the training rows of a model, the winner first.</summary>
/// <param name="Run">The run that searched.</param>
/// <param name="Model">The model.</param>
/// <param name="Loss">The loss that decides, by its stable name: <c>log_loss</c>, or <c>tweedie_deviance</c> for an amount.</param>
/// <param name="Ranking">The other figure shown: <c>auc</c>, or <c>normalised_gini</c> for an amount.</param>
/// <param name="Rows">Training rows the search had; the rows that will judge the winner are not among them.</param>
/// <param name="Measured">Rows that recipes on the last rung were measured on.</param>
/// <param name="Folds">Parts that recipes on the last rung were fitted and measured on.</param>
/// <param name="Order">How the folds were made: <c>time</c> or <c>customer</c>.</param>
/// <param name="Minutes">The longest the search was allowed to take.</param>
/// <param name="Seconds">What it took.</param>
/// <param name="Seed">Same seed, same rows, same fits: same leaderboard.</param>
/// <param name="Fits">Fits made.</param>
/// <param name="EndedBy"><c>time</c>, <c>fits</c>, <c>enough</c> (somebody ended it) or <c>exhausted</c>; null while it goes on.</param>
/// <param name="Sentence">What came of it, for people.</param>
/// <param name="Tried">Recipes tried.</param>
/// <param name="Lines">One per recipe; of very many only the first.</param>
public sealed record Leaderboard(
    long Run,
    string Model,
    string Loss,
    string Ranking,
    long Rows,
    long Measured,
    int Folds,
    string Order,
    double Minutes,
    double Seconds,
    ulong Seed,
    int Fits,
    string? EndedBy,
    string Sentence,
    int Tried,
    IReadOnlyList<LeaderboardLine> Lines);

/// <summary>One recipe and how it did.</summary>
/// <param name="Rank">1 is the winner; then by the folds it was measured on, then by loss.</param>
/// <param name="Recipe">In a few words: the built-in recipe it is nearest to, and what it does otherwise.</param>
/// <param name="Standing"><c>winner</c>, <c>present</c> (the recipe in use), both as <c>winner present</c>, or empty.</param>
/// <param name="Loss">Mean loss on rows it was not fitted to; null where it was not measured to the end of a rung.</param>
/// <param name="LossHalfWidth">Half the width of its 95 % interval, clustered by customer.</param>
/// <param name="Ranking">Mean over the folds.</param>
/// <param name="Gain">How much smaller its loss is than that of the recipe in use, on the same rows.</param>
/// <param name="GainHalfWidth">Half the width of the 95 % interval of the gain.</param>
/// <param name="Folds">Folds it was measured on; weaker recipes are left early.</param>
/// <param name="Seconds">What its fits took.</param>
/// <param name="Settings">The recipe as the definition file would name it.</param>
public sealed record LeaderboardLine(
    int Rank,
    string Recipe,
    string Standing,
    double? Loss,
    double? LossHalfWidth,
    double? Ranking,
    double? Gain,
    double? GainHalfWidth,
    int Folds,
    double Seconds,
    string Settings);
