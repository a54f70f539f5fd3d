namespace Coppice.Server.Serving.Inference;

/// <summary>A tensor of a request, flattened row by row: numbers (NaN where missing), or words (null where missing).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions, rows first.</param>
/// <param name="Numbers">Null for a tensor of words.</param>
/// <param name="Words">Null for a tensor of numbers.</param>
public sealed record Tensor(string Name, IReadOnlyList<long> Shape, float[]? Numbers, string?[]? Words)
{
    public int Rows => Shape.Count == 0 ? 1 : (int)Shape[0];

    public int Count => Numbers?.Length ?? Words!.Length;
}

/// <summary>A request to infer, read and checked as far as the protocol goes.</summary>
/// <param name="Id">The caller's own name for it; the answer repeats it.</param>
/// <param name="Inputs">The tensors.</param>
/// <param name="Outputs">The outputs asked for; null means all.</param>
public sealed record InferenceQuestion(string? Id, IReadOnlyList<Tensor> Inputs, IReadOnlyList<string>? Outputs);
