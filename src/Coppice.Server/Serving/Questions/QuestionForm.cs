namespace Coppice.Server.Serving.Questions;

/// <summary>How questions stand in a body.</summary>
internal enum QuestionForm
{
    /// <summary>One JSON object, or a JSON list of them.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Lines,
}
