namespace Coppice.Forests;

/// <summary>Files that forests are written to for others.</summary>
public enum ForestFormat
{
    /// <summary>XGBoost's model as JSON, which version 1.7 and later read.</summary>
    XGBoostJson,

    /// <summary>ONNX with the operators of <c>ai.onnx.ml</c> 3: an input <c>features</c> of rows, outputs <c>margin</c> and <c>value</c>.</summary>
    Onnx,
}
