print("mcctl-sandbox")
