namespace Coppice.Forests;

#pragma warning disable RCS1194 // The usual constructors would leave out the place, which is the point of this type.
/// <summary>A model that cannot be used: <see cref="Place"/> says where, <see cref="Problem"/> what was expected and found.</summary>
public sealed class InvalidForestException : Exception
#pragma warning restore RCS1194
{
    /// <summary>Its message is "place: problem".</summary>
    public InvalidForestException(string place, string problem, Exception? innerException = null)
        : base($"{place}: {problem}", innerException)
    {
        Place = place;
        Problem = problem;
    }

    /// <summary>A path such as <c>learner.gradient_booster.model.trees[3].left_children[7]</c>, or <c>byte 120</c>.</summary>
    public string Place { get; }

    /// <summary>What was expected and what was found.</summary>
    public string Problem { get; }
}
